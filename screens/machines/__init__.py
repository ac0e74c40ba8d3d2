"""What two machines wrote, one under the other."""
