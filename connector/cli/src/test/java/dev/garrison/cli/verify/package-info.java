@NullMarked
package dev.garrison.cli.verify;

import org.jspecify.annotations.NullMarked;
