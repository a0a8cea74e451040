using Turna.Cases.Contracts;

namespace Turna.Web.CommandLine.Registers;

/// <summary>Where a register is brought in: a running server over loopback, or the house opened for this command.</summary>
internal interface IRegisterDesk : IAsyncDisposable
{
    /// <exception cref="UsageException">The sign-in is refused.</exception>
    Task<ImportDesk> SignInAsync(SignInWords words, CancellationToken cancel);

    /// <exception cref="UsageException">The file is refused; the message says why.</exception>
    Task<Guid> StageAsync(Guid team, string fileName, byte[] content, CancellationToken cancel);

    Task ReadAsync(Guid id, CancellationToken cancel);

    Task DecideAsync(Guid id, ImportChoices choices, CancellationToken cancel);

    Task BringInAsync(Guid id, CancellationToken cancel);

    Task CancelAsync(Guid id, CancellationToken cancel);

    Task<ImportState> SeeAsync(Guid id, CancellationToken cancel);

    Task<byte[]> ReportAsync(Guid id, CancellationToken cancel);
}

/// <summary>What she signs in with.</summary>
internal sealed record SignInWords(string Member, string Password, string Code);
