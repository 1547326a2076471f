/** An article of our own, about a company of our own: something to work on, in the words that such articles use. */
export function SampleArticle() {
  return (
    <article lang="en" dir="ltr">
      <p class="kicker">The Ferry Road Courier · Business</p>
      <h2>Ostrick Kettles puts artificial intelligence on the boil</h2>
      <p>
        Ostrick Kettles, a maker of kettles in Harwick, presented its artificial intelligence to reporters on Monday.
        Its new AI assistant already does the work of 700 customer service agents, the company said. Tea was served.
      </p>
      <p>
        The assistant answers 92% of all customer questions without any human involvement, according to the company, and
        it settles a complaint in two minutes, compared with eleven minutes before. The company did not say how many of
        those customers wrote again.
      </p>
      <p>
        “Artificial intelligence will transform every aspect of how people make tea,” said Petra Quill, the chief
        executive. “AI will never replace our people. It frees them to concentrate on more meaningful work.” The works
        canteen closes at the end of the month.
      </p>
      <p>
        The company also launched Simmer, the world’s first fully autonomous AI kettle. It costs $249 and comes in three
        colors. It holds 1.7 liters, like the one before it.
      </p>
      <p>
        By 2028, Ms. Quill said, AI agents will run the entire factory on their own. Shares in the company were
        unchanged at the close of trading. The kettle will be in the shops in March.
      </p>
    </article>
  );
}
