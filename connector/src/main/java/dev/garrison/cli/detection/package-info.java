/** {@code garrison test-detection} and what it prints. */
@NullMarked
package dev.garrison.cli.detection;

import org.jspecify.annotations.NullMarked;
