/** Puts fields into a form and, as browsers do and jsdom does not, each in the place of the form's property of that name. */
export function nameFields(form: Element, names: readonly string[]): void {
  for (const name of names) {
    const field = form.ownerDocument.createElement('input');
    field.name = name;
    form.append(field);
    Object.defineProperty(form, name, { value: field });
  }
}
