//! Random bags that no verifier has seen: logs that follow the rules or nearly, and files that were changed afterwards.
//!
//! Two verifiers are run on them and must say the same. What is right nobody says; that is what the vectors are for.

mod bags;
mod changes;
mod events;

use std::io;
use std::path::Path;

use super::anchors::Anchors;
use super::dice::Dice;
use super::tree::Tree;

/// A random bag and what the verifiers are given.
pub struct Mutant {
    /// `mutant-SEED-NUMBER`.
    pub name: String,
    /// The bag.
    pub bag: Tree,
    /// From outside.
    pub anchors: Anchors,
}

/// The bags of a seed; each depends on the seed and its number alone.
pub fn mutants(seed: u64, count: u64) -> impl Iterator<Item = Mutant> {
    (0..count).map(move |number| mutant(seed, number))
}

/// One bag of a seed.
pub fn mutant(seed: u64, number: u64) -> Mutant {
    thrown(Dice::new(seed, number), format!("mutant-{seed}-{number:04}"))
}

/// The bag of which every throw was decided before, two bytes a throw.
pub fn from_throws(throws: &[u8]) -> Mutant {
    thrown(Dice::decided(throws), "mutant-of-throws".to_owned())
}

fn thrown(mut dice: Dice<'_>, name: String) -> Mutant {
    let scene = bags::random(&mut dice);
    let mut anchors = bags::anchors(&mut dice, &name, &scene);
    let mut bag = scene.log.bag.clone();
    for _ in 0..*dice.pick(&[0, 0, 0, 1, 2]) {
        changes::change(&mut dice, &mut bag, &scene.log);
    }
    if dice.chance(8) {
        changes::change_anchor(&mut dice, &mut anchors);
    }
    Mutant { name, bag, anchors }
}

/// Writes the bags of a seed to a folder: `NAME.tar`, `NAME.anchor.json`, and the files that the anchors name.
///
/// # Errors
/// What the system says if a file cannot be written.
pub fn write(seed: u64, count: u64, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for mutant in mutants(seed, count) {
        let name = &mutant.name;
        std::fs::write(folder.join(format!("{name}.tar")), mutant.bag.to_tar("A1.bag"))?;
        std::fs::write(folder.join(format!("{name}.anchor.json")), mutant.anchors.describe().to_string())?;
        for (file, content) in mutant.anchors.files() {
            std::fs::write(folder.join(file), content)?;
        }
    }
    Ok(())
}
