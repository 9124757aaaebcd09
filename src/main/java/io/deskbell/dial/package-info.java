/**
 * Dialling: reads what is to be dialled, and finds who dials it. That is the phone source where it can, else the desk
 * phone's web address, the softphone, or a program, as the configuration says.
 */
package io.deskbell.dial;
