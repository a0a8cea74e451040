using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.Vault;

namespace Turna.People.Attaching;

/// <summary>Seals a file about a person, gives it out again as a download, or destroys it.</summary>
internal sealed class AttachFile(TurnaDb db, AuditLedger ledger, PersonShelf shelf, AttachmentBook files, KeyVault vault, TimeProvider clock)
{
    internal sealed record Input(Guid Id, string FileName, ReadOnlyMemory<byte> Content, string? Note);

    internal sealed record Download(string FileName, string MediaType, byte[] Content);

    public async Task<Result<Guid>> HandleAsync(PersonId person, Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || await shelf.OpenForChangeAsync(person, actor, cancel) is not { } her) return Error.NotFound;

        var errors = new FieldErrors();
        var caption = new AttachmentCaption(NameOf(input.FileName), Writing.OneLine(input.Note, "Note", errors, Writing.Wide));
        if (input.Content.IsEmpty) errors.Add("Photo", "This file is empty.");
        else if (input.Content.Length > FileKinds.Largest) errors.Add("Photo", "This file is larger than 10 MB. Take a smaller photo.");
        var kind = FileKinds.Sniff(input.Content.Span);
        if (kind is null && !errors.Any) errors.Add("Photo", "Choose a photo (JPEG, PNG, WebP, HEIC) or a PDF.");
        if (errors.Any) return errors.ToError();

        var file = new Attachment
        {
            Id = input.Id, Organisation = her.Row.Organisation, Owner = files.TokenOf(person), AddedAt = clock.GetUtcNow().UtcDateTime,
            AddedBy = actor.Member, Size = input.Content.Length, Kind = kind!.Value,
        };
        db.Add(Sealed(file, her, caption, input.Content.Span));
        ledger.Record(actor, PeopleActs.FileAdded, person.Value, file.Id);
        return await db.CommitAsync(file.Id, cancel);
    }

    /// <summary>Opens a file, on record, to be downloaded; null when there is none or she is not to be known.</summary>
    public async Task<Download?> OpenAsync(PersonId person, Guid id, Actor actor, CancellationToken cancel)
    {
        if (!vault.CanFind || await files.FindAsync(person, id, cancel) is not { } file) return null;
        if ((await shelf.OpenAsync([person], PeopleActs.FileOpened, Purposes.HerPage, actor, cancel)).SingleOrDefault() is not { } her) return null;
        var content = vault.OpenBytes(her.Receipt, her.Key, file.ContentPlace(person), file.Content);
        var name = Path.GetFileNameWithoutExtension(files.Caption(her, file).FileName);
        return new Download(name + FileKinds.Ending(file.Kind), FileKinds.MediaType(file.Kind), content);
    }

    /// <summary>Destroys a file for good, when whoever acts is <paramref name="sure"/>.</summary>
    public async Task<Result<Guid>> RemoveAsync(PersonId person, Guid id, bool sure, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || !await shelf.MayOpenAsync(person, actor, cancel)) return Error.NotFound;
        if (await files.FindAsync(person, id, cancel) is not { } file) return Error.NotFound;
        var errors = new FieldErrors();
        if (!sure) errors.Add("Sure", "Confirm that it is to be destroyed: nobody can bring it back.");
        if (errors.Any) return errors.ToError();
        db.Remove(file);
        ledger.Record(actor, PeopleActs.FileRemoved, person.Value, id);
        return await db.CommitAsync(id, cancel);
    }

    private Attachment Sealed(Attachment file, OpenPerson her, AttachmentCaption caption, ReadOnlySpan<byte> content) => new()
    {
        Id = file.Id, Organisation = file.Organisation, Owner = file.Owner, AddedAt = file.AddedAt, AddedBy = file.AddedBy, Size = file.Size, Kind = file.Kind,
        Caption = vault.Seal(her.Key, file.CaptionPlace(her.Id), caption), Content = vault.Seal(her.Key, file.ContentPlace(her.Id), content),
    };

    private static string NameOf(string fileName)
    {
        var name = Writing.OneLine(fileName.Length > Writing.Short ? fileName[^Writing.Short..] : fileName, "Photo", new FieldErrors()) ?? "file";
        return string.Concat(name.Select(c => Array.IndexOf(Path.GetInvalidFileNameChars(), c) >= 0 || c is '/' or '\\' ? '_' : c));
    }
}
