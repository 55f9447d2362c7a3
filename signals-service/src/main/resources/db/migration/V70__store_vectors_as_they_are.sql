-- Vectors that are mostly zeros are stored without them, and dense ones do not compress: trying to costs and gains nothing.
alter table signal alter column embedding set storage external;
