@NullMarked
package dev.garrison.cli.init;

import org.jspecify.annotations.NullMarked;
