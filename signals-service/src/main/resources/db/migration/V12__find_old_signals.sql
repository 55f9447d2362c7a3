-- Signals arrive in the order of time and leave in it: a block range index is all that retention needs.
create index ix_signal_emitted_at on signal using brin (emitted_at);
