# What the command line tells and asks of sealing, extracting, packing and keys, in Kazakh. The terms are those of crates/report/glossary.tsv.

## Sealing

say-sealed = Мөрленді: { $bag }
say-totals = файлдар: { $files }, байттар: { $bytes }, каталогтар: { $directories }, сілтемелер: { $links }, басқалары: { $others }
