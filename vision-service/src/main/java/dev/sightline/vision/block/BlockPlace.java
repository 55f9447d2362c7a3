package dev.sightline.vision.block;

/** Where the bytes of a block are. */
public sealed interface BlockPlace {

    /** In the block's own row. */
    record InRow(byte[] bytes) implements BlockPlace {}

    /**
     * In a range of an object, which holds other blocks as well.
     *
     * @param uri the whole address, {@code s3://bucket/key}: blocks stay readable when new ones go elsewhere
     */
    record InObject(String uri, long offset, int length) implements BlockPlace {}
}
