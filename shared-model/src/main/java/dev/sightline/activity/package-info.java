/**
 * What the services say in the activity log about changes of things that people own. Who reads the log is not decided
 * here.
 */
package dev.sightline.activity;
