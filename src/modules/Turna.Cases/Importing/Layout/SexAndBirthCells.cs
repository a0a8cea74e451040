using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.Cases.Importing.Layout;

/// <summary>Where the sex and the birth of a row are written: each in its column, both in one ("Пол/возраст"), or the sex as a mark under one of two.</summary>
internal sealed class SexAndBirthCells(ColumnMapping columns)
{
    private readonly (int Column, RegisterField Birth)? both = CompoundHeading.SexAndBirth(columns);

    public SourceCell Sex(SourceRow row) => columns.MarkedSex is { } marked ? marked.Cell(row) : both is { } shared ? SexAndBirth.Apart(row[shared.Column]).Sex : columns.Cell(row, RegisterField.Sex);

    public SourceCell Birth(SourceRow row, RegisterField field) =>
        both is { } shared && shared.Birth == field ? SexAndBirth.Apart(row[shared.Column]).Birth : columns.Cell(row, field);
}
