package dev.sightline.api.body;

import dev.sightline.api.ApiException;

/**
 * A place in a request body, written as errors name it: {@code field}, {@code outer__field}, {@code list__1}.
 *
 * @param path empty for the body as a whole
 */
record Spot(String path) {

    static final Spot BODY = new Spot("");

    Spot member(String name) {
        return new Spot(path.isEmpty() ? name : path + "__" + name);
    }

    Spot element(int index) {
        return new Spot(path + "__" + index);
    }

    /** A complaint about the value here. */
    ApiException invalid(String code, String detail) {
        return ApiException.invalid(path, code, detail);
    }

    /** A complaint about the object here as a whole. */
    ApiException invalidObject(String code, String detail) {
        ApiException whole = ApiException.invalid(null, code, detail);
        return path.isEmpty() ? whole : whole.within(path);
    }
}
