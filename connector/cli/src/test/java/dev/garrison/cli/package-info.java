@NullMarked
package dev.garrison.cli;

import org.jspecify.annotations.NullMarked;
