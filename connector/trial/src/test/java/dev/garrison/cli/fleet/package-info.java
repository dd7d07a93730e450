@NullMarked
package dev.garrison.cli.fleet;

import org.jspecify.annotations.NullMarked;
