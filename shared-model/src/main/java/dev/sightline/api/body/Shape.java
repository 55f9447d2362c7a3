package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** The members of one request record, in the order of declaration, which is the order of complaints. */
record Shape<T>(Class<T> type, List<Member> members, Constructor<T> constructor) implements Kind {

    @Override
    public T read(JsonNode value, Spot spot) {
        if (!(value instanceof ObjectNode body)) {
            throw spot.invalidObject(
                    "invalid_input", "Invalid data. Expected a dictionary, but got " + Words.typeOf(value) + ".");
        }
        return construct(members.stream().map(member -> member.read(body, spot)).toArray(), spot);
    }

    @Override
    public String word() {
        return "nested object";
    }

    @Override
    public Style style() {
        return Style.JSON;
    }

    /** A record's own constructor may refuse a combination of members: that is a complaint about the object. */
    private T construct(Object[] values, Spot spot) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof ApiException refusal
                    ? located(refusal, spot)
                    : new IllegalStateException(type + " cannot be constructed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be constructed", e);
        }
    }

    private static ApiException located(ApiException refusal, Spot spot) {
        return spot.equals(Spot.BODY) ? refusal : refusal.within(spot.path());
    }
}
