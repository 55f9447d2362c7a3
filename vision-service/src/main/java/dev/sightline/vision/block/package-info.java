/**
 * Where the bytes of recorded blocks are kept: in rows of Postgres, or in objects of an S3-compatible store. What is in
 * them, and which recording they belong to, is the business of {@code recording}.
 */
package dev.sightline.vision.block;
