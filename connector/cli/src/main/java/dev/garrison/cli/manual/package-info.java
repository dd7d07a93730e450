/** Manual pages for Linux, made from the commands as they are. */
@NullMarked
package dev.garrison.cli.manual;

import org.jspecify.annotations.NullMarked;
