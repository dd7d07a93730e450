@NullMarked
package dev.garrison.cli.share;

import org.jspecify.annotations.NullMarked;
