package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Builtin.Operation;
import java.util.Map;

/** Takes functions in while the library is put together. */
record Registry(Map<String, Builtin> functions) {

    /** A function of so many arguments. */
    Registry add(String name, int arguments, Operation operation) {
        return add(name, arguments, arguments, operation);
    }

    /** A function of at least and at most so many arguments. */
    Registry add(String name, int min, int max, Operation operation) {
        functions.put(name, new Builtin(name, min, max, operation));
        return this;
    }
}
