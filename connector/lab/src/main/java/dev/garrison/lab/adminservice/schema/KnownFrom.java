package dev.garrison.lab.adminservice.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A behaviour that a handler imitates, and where it is known from. Becomes a line of the handbook.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(KnownFrom.All.class)
public @interface KnownFrom {
  /** How sure we are. */
  Mark mark();

  /** A public document, repository or issue. */
  String source();

  /** What the lab does. */
  String says();

  /** Several of them. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    /** The behaviours. */
    KnownFrom[] value();
  }
}
