@NullMarked
package dev.garrison.lab.smb;

import org.jspecify.annotations.NullMarked;
