@NullMarked
package dev.garrison.cli.support;

import org.jspecify.annotations.NullMarked;
