@NullMarked
package dev.garrison.cli.probe;

import org.jspecify.annotations.NullMarked;
