@NullMarked
package dev.garrison.cli.servertest;

import org.jspecify.annotations.NullMarked;
