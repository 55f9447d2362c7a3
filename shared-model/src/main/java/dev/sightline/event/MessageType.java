package dev.sightline.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The versioned CloudEvents type of a message record and the topic it travels on. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MessageType {

    /** For example {@code dev.sightline.signal.emitted.v1}. */
    String value();

    Topic topic();
}
