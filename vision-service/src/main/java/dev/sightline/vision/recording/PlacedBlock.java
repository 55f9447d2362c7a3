package dev.sightline.vision.recording;

import dev.sightline.vision.block.BlockPlace;
import java.util.List;
import java.util.stream.IntStream;

/** A block whose bytes have been put somewhere. */
record PlacedBlock(ArrivedBlock arrived, BlockPlace place) {

    static List<PlacedBlock> of(List<ArrivedBlock> blocks, List<BlockPlace> places) {
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> new PlacedBlock(blocks.get(i), places.get(i)))
                .toList();
    }
}
