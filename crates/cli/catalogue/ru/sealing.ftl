# What the command line tells and asks of sealing, extracting, packing and keys, in Russian. The terms are those of crates/report/glossary.tsv.

## Sealing

say-sealed = Опечатано: { $bag }
say-totals = файлов { $files }, байтов { $bytes }, каталогов { $directories }, ссылок { $links }, прочих { $others }
