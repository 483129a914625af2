//! What valid tokens attest about one log (`docs/spec/time.md`, "What a token covers").

use sealbag_manifest::digest::Sha256Digest;

use crate::event::TokenReference;
use crate::scalar::UtcTime;

/// What one valid token attests: the events `from` to `to` existed at some moment between `earliest` and `latest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// The first event that the stamped one follows from in an unbroken chain; 0 in a whole log.
    pub from: u64,
    /// The event that is stamped.
    pub to: u64,
    /// The K of the file name; none for a token that lies elsewhere, and so can be listed by no event.
    pub number: Option<u64>,
    /// SHA-256 of the token file.
    pub sha256: Sha256Digest,
    /// The token's time less its accuracy, rounded down to a second.
    pub earliest: UtcTime,
    /// The token's time and its accuracy, rounded up to a second.
    pub latest: UtcTime,
}

/// Events `from` to `to` existed at `latest`, and none of those between this step and the one before has an earlier time.
#[derive(Clone, Copy, Debug)]
struct Step {
    from: u64,
    to: u64,
    latest: UtcTime,
}

/// The valid tokens over the events of one log. Needs memory for each token, not for each event.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// By event, then number.
    tokens: Vec<Attestation>,
    /// By event; the earliest `latest` from here on.
    steps: Vec<Step>,
}

impl Timeline {
    /// Orders what was attested. Of two attestations of one event the same `from` is expected.
    pub fn new(mut tokens: Vec<Attestation>) -> Self {
        tokens.sort_by_key(|token| (token.to, token.number, token.sha256.0));
        let mut steps: Vec<Step> = Vec::new();
        for token in tokens.iter().rev() {
            match steps.last_mut() {
                Some(later) if later.from == token.from && later.to == token.to => {
                    later.latest = later.latest.min(token.latest);
                }
                Some(later) if later.from == token.from => {
                    let latest = later.latest.min(token.latest);
                    steps.push(Step { from: token.from, to: token.to, latest });
                }
                _ => steps.push(Step { from: token.from, to: token.to, latest: token.latest }),
            }
        }
        steps.reverse();
        Self { tokens, steps }
    }

    /// True if no token counts.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// T_hi of an event: the earliest time that a token attests over it or over one that follows from it.
    pub fn latest(&self, index: u64) -> Option<UtcTime> {
        let next = self.steps.partition_point(|step| step.to < index);
        self.steps.get(next).filter(|step| step.from <= index).map(|step| step.latest)
    }

    /// The earliest time that the token attests which an event lists; none if that token does not count.
    pub fn earliest(&self, listed: &TokenReference) -> Option<UtcTime> {
        let key = (listed.index, Some(listed.number));
        let start = self.tokens.partition_point(|token| (token.to, token.number) < key);
        let same = self.tokens[start..].iter().take_while(|token| (token.to, token.number) == key);
        same.filter(|token| token.sha256 == listed.sha256).map(|token| token.earliest).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> UtcTime {
        UtcTime::from_unix_seconds(seconds).expect("a time")
    }

    fn token(from: u64, to: u64, number: u64, seconds: i64) -> Attestation {
        let sha256 = Sha256Digest([u8::try_from(number).expect("a small number"); 32]);
        Attestation { from, to, number: Some(number), sha256, earliest: at(seconds - 1), latest: at(seconds + 1) }
    }

    #[test]
    fn a_token_covers_its_event_and_all_before_and_the_earliest_counts() {
        let timeline =
            Timeline::new(vec![token(0, 7, 1, 400), token(0, 2, 1, 300), token(0, 4, 1, 350), token(0, 4, 2, 200)]);
        let latest: Vec<_> = (0..9).map(|index| timeline.latest(index).map(UtcTime::unix_seconds)).collect();
        let expected = [Some(201); 5].into_iter().chain([Some(401); 3]).chain([None]);
        assert_eq!(latest, expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_token_covers_nothing_below_a_broken_chain() {
        let timeline = Timeline::new(vec![token(0, 1, 1, 500), token(4, 6, 1, 100)]);
        let latest: Vec<_> = (0..8).map(|index| timeline.latest(index).map(UtcTime::unix_seconds)).collect();
        assert_eq!(latest, [Some(501), Some(501), None, None, Some(101), Some(101), Some(101), None]);
    }

    #[test]
    fn every_event_has_the_earliest_of_all_tokens_at_or_behind_it() {
        for seed in 0..200_i64 {
            let draw = |salt: i64| (seed * 7919 + salt * 104_729) % 17;
            let tokens: Vec<_> = (0..6).map(|n| token(0, draw(n).unsigned_abs(), 1, 1000 + draw(n + 40))).collect();
            let timeline = Timeline::new(tokens.clone());
            for index in 0..20 {
                let expected = tokens.iter().filter(|token| token.to >= index).map(|token| token.latest).min();
                assert_eq!(timeline.latest(index), expected, "seed {seed}, event {index}");
            }
        }
    }

    #[test]
    fn a_listed_token_is_known_by_event_number_and_digest() {
        let timeline = Timeline::new(vec![token(0, 3, 1, 100), token(0, 3, 2, 200), token(0, 5, 1, 300)]);
        let listed = |index, number: u64, digest: u8| {
            let event = Sha256Digest([0; 32]);
            timeline.earliest(&TokenReference { index, event, number, sha256: Sha256Digest([digest; 32]) })
        };
        assert_eq!(listed(3, 2, 2), Some(at(199)));
        assert_eq!(listed(3, 2, 1), None);
        assert_eq!(listed(3, 3, 3), None);
        assert_eq!(listed(4, 1, 1), None);
        assert_eq!(listed(5, 1, 1), Some(at(299)));
    }
}
