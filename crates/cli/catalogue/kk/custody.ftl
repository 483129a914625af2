# What the command line tells and asks of events, receipts, rosters, tokens, audits and logs, in Kazakh. The terms are those of
# crates/report/glossary.tsv.

## Events

say-event-not-synced = ескерту: оқиға журналға енгізілді, бірақ жүйе оның қуат үзілгенде сақталатынын растамады
