@NullMarked
package dev.garrison.cli.output;

import org.jspecify.annotations.NullMarked;
