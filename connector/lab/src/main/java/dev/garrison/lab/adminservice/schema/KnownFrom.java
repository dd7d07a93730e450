package dev.garrison.lab.adminservice.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A behavior that a handler simulates, and its source. It becomes a line of the handbook. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(KnownFrom.All.class)
public @interface KnownFrom {
  /** Degree of certainty. */
  Mark mark();

  /** A public document, repository or issue. */
  String source();

  /** Behavior of the lab. */
  String says();

  /** Container of several {@link KnownFrom} annotations. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    /** The behaviors. */
    KnownFrom[] value();
  }
}
