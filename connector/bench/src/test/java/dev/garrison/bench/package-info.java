/** Measurements beside peers; nothing here decides whether a build passes. */
@NullMarked
package dev.garrison.bench;

import org.jspecify.annotations.NullMarked;
