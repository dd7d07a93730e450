@NullMarked
package dev.garrison.cli.job;

import org.jspecify.annotations.NullMarked;
