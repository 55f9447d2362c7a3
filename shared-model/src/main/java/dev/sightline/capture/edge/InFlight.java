package dev.sightline.capture.edge;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much ingestion is in work, and the bound on it: beyond it requests are turned away instead of piling up. */
final class InFlight {

    private final int mostRequests;
    private final long mostBytes;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    InFlight(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Room for one more request. Close it when the request is answered or gone. */
    Room enter() {
        boolean granted = requests.incrementAndGet() <= mostRequests;
        return new Room(granted);
    }

    int requests() {
        return requests.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** What one request holds. */
    final class Room implements AutoCloseable {

        private final boolean granted;
        private final AtomicLong held = new AtomicLong();

        private Room(boolean granted) {
            this.granted = granted;
        }

        boolean isGranted() {
            return granted;
        }

        /** Whether there was room for this many bytes more. */
        boolean take(long more) {
            held.addAndGet(more);
            return bytes.addAndGet(more) <= mostBytes;
        }

        /** Gives the bytes back; the request itself stays counted. */
        void drop() {
            bytes.addAndGet(-held.getAndSet(0));
        }

        @Override
        public void close() {
            drop();
            requests.decrementAndGet();
        }
    }
}
