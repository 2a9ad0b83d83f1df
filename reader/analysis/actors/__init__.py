"""Who is named, whom they speak for, whom a phrase stands for."""
