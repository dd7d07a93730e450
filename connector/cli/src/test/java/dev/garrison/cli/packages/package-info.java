@NullMarked
package dev.garrison.cli.packages;

import org.jspecify.annotations.NullMarked;
