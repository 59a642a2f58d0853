//! The board without a screen, a network or sound: its rules, its pictures, its words.

mod calls;
mod compare;
mod driving;
mod hall;
mod histories;
mod parts;
mod screens;
mod window;
mod words;
