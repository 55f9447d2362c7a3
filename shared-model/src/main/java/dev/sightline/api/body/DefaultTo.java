package dev.sightline.api.body;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an absent member of a request body counts as, written as a form would send it: {@code 5}, {@code local}, {@code []}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultTo {

    /** The value; it must be one the member accepts. */
    String value();
}
