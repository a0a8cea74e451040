using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HandedOverLately : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_cases_entry_to_at",
                table: "cases_entry",
                columns: new[] { "to", "at" },
                filter: "kind = 'HandedOver'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_entry_to_at",
                table: "cases_entry");
        }
    }
}
