# What the command line tells and asks of events, receipts, rosters, tokens, audits and logs, in Russian. The terms are those of
# crates/report/glossary.tsv.

## Events

say-event-not-synced = предупреждение: событие внесено в журнал, но система не подтвердила, что оно переживёт отключение питания
