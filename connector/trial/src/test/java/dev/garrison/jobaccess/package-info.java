@NullMarked
package dev.garrison.jobaccess;

import org.jspecify.annotations.NullMarked;
