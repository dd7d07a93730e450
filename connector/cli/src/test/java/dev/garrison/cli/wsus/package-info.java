@NullMarked
package dev.garrison.cli.wsus;

import org.jspecify.annotations.NullMarked;
