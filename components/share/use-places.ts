import { useEffect, useState } from 'preact/hooks';
import type { ShareJob } from '@/lib/share/job';
import { type Places, placesIn } from '@/lib/share/places';

/** Where the claims stand on their page; null until the page has answered, and where it will not. */
export function usePlaces({ tabId, status }: ShareJob): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  useEffect(() => {
    const quotes = status.claims.map(({ claim }) => claim.quote);
    void placesIn(tabId, status.address, quotes).then(setPlaces);
  }, [tabId, status]);
  return places;
}
