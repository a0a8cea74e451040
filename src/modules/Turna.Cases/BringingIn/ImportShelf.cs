using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>An import that a member may work on, with its key at hand.</summary>
internal sealed record OpenableImport(Import Import, SubjectKey Key);

/// <summary>Who may know of an import, and where its sealed parts stand. What is not for her looks missing.</summary>
internal sealed class ImportShelf(TurnaDb db, KeyVault vault, AuditLedger ledger)
{
    /// <summary>The imports of the teams in which she may bring in registers.</summary>
    public IQueryable<Import> Visible(Actor actor)
    {
        var teams = CaseAccess.TeamsFor(actor, CasesPermissions.Import);
        return db.Set<Import>().Where(i => i.Organisation == actor.Organisation && teams.Contains(i.Team));
    }

    public Task<Import?> SeeAsync(ImportId id, Actor actor, CancellationToken cancel) =>
        Visible(actor).SingleOrDefaultAsync(i => i.Id == id, cancel);

    /// <summary>An import with its key; null when it is missing, over, or not for her.</summary>
    public async Task<OpenableImport?> FindAsync(ImportId id, Actor actor, CancellationToken cancel)
    {
        if (await SeeAsync(id, actor, cancel) is not { } import) return null;
        return await vault.FindKeyAsync(import.Subject, cancel) is { } key ? new OpenableImport(import, key) : null;
    }

    /// <summary>Puts the opening of the staged rows on record.</summary>
    public Task<OpeningReceipt> OpenAsync(OpenableImport open, string purpose, Actor actor, CancellationToken cancel) =>
        ledger.OpenAsync(actor, CasesActs.RegisterOpened, purpose, [open.Import.Subject], cancel);

    /// <summary>
    /// The names of the files of these imports, with one opening on record for all; there is none of those that are over, whose key is not hers, or
    /// that were changed outside of Turna.
    /// </summary>
    public async Task<IReadOnlyDictionary<ImportId, string>> FileNamesAsync(IReadOnlyCollection<Import> imports, Actor actor, CancellationToken cancel)
    {
        var keys = await vault.FindKeysAsync([.. imports.Select(i => i.Subject)], cancel);
        if (keys.Count == 0) return new Dictionary<ImportId, string>();
        var byId = imports.ToDictionary(i => i.Id);
        var layouts = await db.Set<ImportPart>().AsNoTracking().Where(p => byId.Keys.Contains(p.Import) && p.Kind == PartKind.Layout && p.Number == 0).ToListAsync(cancel);
        var receipt = await ledger.OpenAsync(actor, CasesActs.RegisterOpened, "list of registers", [.. keys.Keys], cancel);
        var opened = await vault.OpenEachAsync<ImportPart, FileLayout>(
            receipt, keys, layouts, p => new SealedContent(p.Place(byId[p.Import].Organisation, byId[p.Import].Subject), p.Content));
        return opened.Where(o => o.Content is not null).ToDictionary(o => o.Row.Import, o => o.Content!.FileName);
    }

    /// <summary>A sealed part, not yet in a unit of work.</summary>
    public ImportPart Seal<T>(OpenableImport open, PartKind kind, int number, T content)
        where T : class => Seal(open.Import, open.Key, kind, number, content);

    public ImportPart Seal<T>(Import import, SubjectKey key, PartKind kind, int number, T content)
        where T : class
    {
        var part = NewPart(import.Id, kind, number);
        part.Content = vault.Seal(key, part.Place(import.Organisation, key.Subject), content);
        return part;
    }

    public ImportPart SealBytes(Import import, SubjectKey key, PartKind kind, int number, ReadOnlySpan<byte> content)
    {
        var part = NewPart(import.Id, kind, number);
        part.Content = vault.Seal(key, part.Place(import.Organisation, key.Subject), content);
        return part;
    }

    /// <summary>Seals the only part of a kind anew, in the current unit of work.</summary>
    public async Task ReplaceAsync<T>(OpenableImport open, PartKind kind, T content, CancellationToken cancel)
        where T : class
    {
        var part = await db.Set<ImportPart>().SingleOrDefaultAsync(p => p.Import == open.Import.Id && p.Kind == kind && p.Number == 0, cancel);
        if (part is null) db.Add(Seal(open, kind, 0, content));
        else part.Content = vault.Seal(open.Key, part.Place(open.Import.Organisation, open.Key.Subject), content);
    }

    /// <summary>A part of this kind and number; null when there is none.</summary>
    public async Task<T?> ReadAsync<T>(OpenableImport open, OpeningReceipt receipt, PartKind kind, int number, CancellationToken cancel)
        where T : class => await FindPartAsync(open.Import.Id, kind, number, cancel) is { } part
            ? vault.Open<T>(receipt, open.Key, part.Place(open.Import.Organisation, open.Key.Subject), part.Content)
            : null;

    /// <summary>The file as it was given.</summary>
    public async Task<ReadOnlyMemory<byte>> FileAsync(OpenableImport open, OpeningReceipt receipt, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        for (var piece = 0; await FindPartAsync(open.Import.Id, PartKind.File, piece, cancel) is { } part; piece++)
            content.Write(vault.OpenBytes(receipt, open.Key, part.Place(open.Import.Organisation, open.Key.Subject), part.Content));
        return content.ToArray();
    }

    public Task<int> CountAsync(ImportId id, PartKind kind, CancellationToken cancel) =>
        db.Set<ImportPart>().CountAsync(p => p.Import == id && p.Kind == kind, cancel);

    /// <summary>Takes all parts but those of these kinds out of the database, in the current unit of work, without reading them.</summary>
    public async Task RemoveAllButAsync(ImportId id, IReadOnlyCollection<PartKind> kept, CancellationToken cancel)
    {
        var ids = await db.Set<ImportPart>().AsNoTracking().Where(p => p.Import == id && !kept.Contains(p.Kind)).Select(p => p.Id).ToListAsync(cancel);
        db.RemoveRange(ids.Select(part => new ImportPart { Id = part, Import = id }));
    }

    private Task<ImportPart?> FindPartAsync(ImportId id, PartKind kind, int number, CancellationToken cancel) =>
        db.Set<ImportPart>().AsNoTracking().SingleOrDefaultAsync(p => p.Import == id && p.Kind == kind && p.Number == number, cancel);

    private static ImportPart NewPart(ImportId id, PartKind kind, int number) => new() { Id = Guid.CreateVersion7(), Import = id, Kind = kind, Number = number };
}
