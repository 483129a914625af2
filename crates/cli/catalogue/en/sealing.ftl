# What the command line tells and asks of sealing, extracting, packing and keys, in English. The terms are those of crates/report/glossary.tsv.

## Sealing

say-sealed = Sealed: { $bag }
say-totals = files { $files }, bytes { $bytes }, directories { $directories }, links { $links }, other { $others }
