//! Changed tokens: a bounded, repeatable share of what `mutate-tokens` does a million times.

use sealbag_tests::token_mutants::Originals;

#[test]
fn fifty_thousand_mutants_are_refused_or_say_the_same() {
    let originals = Originals::read();
    let tally = std::thread::scope(|scope| {
        let halves: Vec<_> = [11, 13]
            .map(|seed| {
                scope.spawn({
                    let originals = &originals;
                    move || originals.run(seed, 25_000)
                })
            })
            .into_iter()
            .collect();
        halves.into_iter().map(|half| half.join().expect("no mutant is accepted")).collect::<Vec<_>>()
    });
    let refused: u64 = tally.iter().map(|tally| tally.refused).sum();
    let same: u64 = tally.iter().map(|tally| tally.same).sum();
    assert_eq!(refused + same, 50_000);
    // The envelope around what is signed can be changed; were almost nothing refused, nothing would be verified.
    assert!(refused > 40_000, "{refused} refused");
}
