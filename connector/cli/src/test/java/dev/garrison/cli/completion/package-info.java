@NullMarked
package dev.garrison.cli.completion;

import org.jspecify.annotations.NullMarked;
