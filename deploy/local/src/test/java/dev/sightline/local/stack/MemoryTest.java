package dev.sightline.local.stack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final long A_JAVA_AT_LEAST_KIB = 20_000;

    @Test
    void aProcessAndItsFamilyHoldSomething() throws IOException {
        ProcessHandle self = ProcessHandle.current();

        assertTrue(Memory.resident(self) > A_JAVA_AT_LEAST_KIB);
        assertTrue(Memory.together(self) > A_JAVA_AT_LEAST_KIB);
    }
}
