namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>What somebody registers with, checked in form.</summary>
/// <param name="Page">Where the link of the mail leads to; null for this server.</param>
internal sealed record RegistrationInput(string Email, string Password, string? FirstName, string? LastName, string? Page);
