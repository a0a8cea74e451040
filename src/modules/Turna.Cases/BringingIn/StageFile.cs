using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>Takes a register in: looks whether it can be read, seals the file piece by piece and proposes what its columns mean.</summary>
internal sealed class StageFile(TurnaDb db, KeyVault vault, AuditLedger ledger, ImportShelf shelf, ColumnMemory memory, StaffDirectory staff, TeamsAtHand teams, Texts texts, TimeProvider clock)
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int Largest = 24 * 1024 * 1024;

    /// <summary>The most rows a file may have: its publishing commit must stay short.</summary>
    public const int MostRows = 50_000;

    private const int Piece = 1024 * 1024;
    private const int LongestName = 120;

    internal sealed record Input(ImportId Id, TeamId Team, string FileName, ReadOnlyMemory<byte> Content);

    public async Task<Result<ImportId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<ImportId>(cancel) is { } first) return first.Value;
        if (!actor.MayIn(CasesPermissions.Import, input.Team)) return Error.NotFound;
        if (!vault.CanFind) return Error.Refuse("You have not been given the keys yet. Ask a colleague who works with people to admit you.");
        if (input.Content.IsEmpty) return Error.Field("Upload", "Choose the file with the register");
        if (input.Content.Length > Largest) return Error.Field("Upload", "The file is larger than {0} MB. Split it by year or month", Largest / (1024 * 1024));
        if (!await vault.CanGrantAsync(actor.Organisation, CircleId.Of(input.Team), cancel))
            return Error.Field("Team", "Nobody of this team has signed in yet, so there is no key to seal the register with");

        var lacks = new FieldErrors();
        teams.Check(lacks, input.Team);
        if (lacks.Any) return lacks.ToError();

        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var name = NameOf(input.FileName);
        var read = RegisterFile.ReadColumns(input.Content, name, today, cancel);
        if (!read.Succeeded) return Under(read.Error);

        var import = NewImport(input, actor);
        var key = await vault.CreateAsync(import.Subject, actor.Organisation, [CircleId.Of(input.Team)], cancel);
        var remembered = await memory.FindAsync(read.Value, actor, cancel);
        db.Add(import);
        for (var at = 0; at < input.Content.Length; at += Piece)
            db.Add(shelf.SealBytes(import, key, PartKind.File, at / Piece, input.Content.Span[at..Math.Min(at + Piece, input.Content.Length)]));
        db.Add(shelf.Seal(import, key, PartKind.Layout, 0, RegisterFile.LayoutOf(read.Value, input.Content, remembered)));
        ledger.Record(actor, CasesActs.RegisterStaged, import.Id.Value);
        return await db.CommitAsync(import.Id, cancel);
    }

    private Import NewImport(Input input, Actor actor) => new()
    {
        Id = input.Id, Organisation = actor.Organisation, Team = input.Team, Member = actor.Member, StartedAt = clock.GetUtcNow().UtcDateTime,
        File = vault.ContentToken("register", input.Content.Span),
    };

    private static string NameOf(string fileName)
    {
        var name = Writing.Line(Path.GetFileName(fileName.Replace('\\', '/')));
        return name.Length > LongestName ? name[^LongestName..] : name;
    }

    private Error Under(Error error)
    {
        if (error is not Error.Refused refused) return error;
        var (key, values) = DoubtWords.Split(texts, refused.Text);
        return Error.Field("Upload", key, values);
    }
}
