/** The AdminService: handles HTTP requests with the simulated SMS Provider. */
@NullMarked
package dev.garrison.lab.adminservice;

import org.jspecify.annotations.NullMarked;
