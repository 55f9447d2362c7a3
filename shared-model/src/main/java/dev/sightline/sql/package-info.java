/** What hand-written SQL of every service has in common: conditions with bind parameters, and rows. Queries live with their feature. */
package dev.sightline.sql;
